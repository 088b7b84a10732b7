import { moduleMm, type Paper } from '@domain/slips/paper';
import { useMemo } from 'react';
import { code128Bars, qrBars } from '../lib/bars';

interface BarcodeProps {
  readonly kind: 'qr' | 'code128';
  readonly text: string;
  readonly paper: Paper;
  /** What a person is told that it holds. */
  readonly label: string;
}

const TALL_MM = 10;

/** A barcode in millimetres, its modules whole dots of the print head, its white margin included. */
export function Barcode({ kind, text, paper, label }: BarcodeProps) {
  const { width, height, unitsPerModule, quiet, path } = useMemo(
    () => (kind === 'qr' ? qrBars(text) : code128Bars(text)),
    [kind, text],
  );
  const margin = quiet * unitsPerModule;
  const across = width + 2 * margin;
  const widthMm = (across / unitsPerModule) * moduleMm(across / unitsPerModule, paper);
  const linear = kind === 'code128';
  return (
    <svg
      role="img"
      aria-label={label}
      data-barcode={text}
      width={`${widthMm}mm`}
      height={linear ? `${TALL_MM}mm` : `${widthMm}mm`}
      viewBox={linear ? `${-margin} 0 ${across} 1` : `${-margin} ${-margin} ${across} ${height + 2 * margin}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" fillRule="evenodd" />
    </svg>
  );
}
