import type { PointsRules } from '@domain/settings/shop-rules';
import { NO_POINTS, type Points, points } from '@domain/units';
import { TextInput, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { KeyCap } from '../../../ui/key-cap';
import type { Sale } from '../use-sale';
import classes from './redeem-choice.module.css';

interface RedeemChoiceProps {
  readonly sale: Sale;
  readonly usable: number;
  readonly rules: PointsRules;
}

/** How many points to spend: three presets, or any number the rules allow; the most, and why no more. */
export function RedeemChoice({ sale, usable, rules }: RedeemChoiceProps) {
  const { t } = useTranslation('purchases');
  const presets: readonly Points[] = sale.quote?.presets ?? [];
  useHotkeys(
    // By place on the keyboard: with Alt some layouts write another character.
    presets.map((preset, index) => [
      `alt+Digit${index + 1}`,
      () => sale.setRedeem(preset),
      { usePhysicalKeys: true },
    ]),
    [],
  );
  const typed = sale.typed.redeem;
  const type = (text: string) => {
    const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 9);
    if (digits === '') sale.setRedeem(NO_POINTS);
    else if (Number(digits) !== typed) sale.setRedeem(points(Number(digits)));
  };
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.legend}>{t('redeem.title')}</legend>
      {usable > 0 || typed > 0 ? (
        <div className={classes.row}>
          {[0, 1, 2].map((place) => {
            const preset = presets[place];
            return preset === undefined ? (
              <span key={place} className={classes.none} aria-hidden="true">
                —
              </span>
            ) : (
              <UnstyledButton
                key={place}
                type="button"
                className={classes.preset}
                aria-pressed={typed === preset}
                aria-keyshortcuts={`Alt+${place + 1}`}
                onClick={() => sale.setRedeem(preset)}
              >
                {whole(preset)} <KeyCap>{`Alt+${place + 1}`}</KeyCap>
              </UnstyledButton>
            );
          })}
          <TextInput
            aria-label={t('redeem.other')}
            placeholder={t('redeem.otherShort')}
            inputMode="numeric"
            autoComplete="off"
            classNames={{ input: classes.other }}
            value={typed === 0 ? '' : String(typed)}
            onChange={(event) => type(event.currentTarget.value)}
          />
        </div>
      ) : null}
      <p className={classes.most}>{mostWords()}</p>
    </fieldset>
  );

  function mostWords(): string {
    if (usable <= 0) return t(usable < 0 ? 'most.owing' : 'most.none', { points: whole(-usable) });
    if (sale.quote === null) return t('most.usable', { points: whole(usable) });
    const { points: most, limitedBy } = sale.quote.most;
    if (most === 0) {
      return t(`most.zero.${limitedBy}`, {
        minimum: whole(rules.redeemMinimum),
        step: whole(rules.redeemStep),
        percent: rules.redeemMaxPercent,
      });
    }
    return t(`most.${limitedBy}`, {
      most: whole(most),
      percent: rules.redeemMaxPercent,
      step: whole(rules.redeemStep),
      points: whole(usable),
    });
  }
}
