import { Providers } from '@renderer/app/providers';
import { SlipPanel } from '@renderer/features/slips/components/slip-panel';
import { StoreContext } from '@renderer/lib/store-context';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aBridge, type Replies, refused } from '../support/bridge';
import { aShop, idOf } from '../support/shop';
import { words } from '../support/window';

const STORE = {
  state: 'open',
  id: idOf(99),
  name: '街角咖啡',
  zone: 'Asia/Shanghai',
  dayStartHour: 0,
  sample: false,
  practice: false,
} as const;

const SLIP = {
  store: '街角咖啡（人民广场旗舰体验店）',
  boughtAt: Date.UTC(2026, 10, 22, 6, 5),
  businessDate: '2026-11-22',
  receiptNo: 'R-7',
  member: { name: '欧阳**', phone: '138****8812' },
  memberNo: '000000018',
  steps: [
    { kind: 'gross', amount: 12800 },
    { kind: 'tier', amount: -1920, tier: 'vip', percentOff: 15 },
    { kind: 'coupon', amount: 0, name: '生日礼', gift: '刻名马克杯' },
    { kind: 'total', amount: 10880 },
    { kind: 'points', amount: -500, points: 500 },
    { kind: 'due', amount: 10380 },
  ],
  earned: 155,
  used: 500,
  refunded: 0,
  undone: false,
  balance: 939,
  asOf: '2026-11-22',
  lapsing: { points: 120, lastDay: '2026-11-30' },
  coupons: [{ name: '首单回头券', code: 'Q1234567890123', firstDay: '2026-11-22', lastDay: '2026-12-21' }],
};
const POS = { name: 'POS-58', label: '小票机' };

async function openPanel(more: Replies = {}, slip: object = {}) {
  const bridge = aBridge(
    aShop({
      'slips.ofSale': () => ({ ...SLIP, ...slip }),
      'slips.printers': () => [POS],
      'slips.choice': () => ({ paper: 58, printer: null }),
      'slips.choose': (chosen: object) => chosen,
      'slips.print': () => ({}),
      'slips.savePdf': () => ({ path: '/shop/slip.pdf', bytes: 4 }),
      ...more,
    }),
  );
  const onDone = vi.fn();
  const onCancel = vi.fn();
  render(
    <Providers>
      <StoreContext value={STORE}>
        <SlipPanel purchaseId={idOf(900)} onDone={onDone} onCancel={onCancel} />
      </StoreContext>
    </Providers>,
  );
  await screen.findByText(words('slips:title'));
  return { bridge, onDone, user: userEvent.setup({ delay: null }) };
}
const paper = () => screen.findByRole('article', { name: words('slips:preview') });

describe('the slip', () => {
  it('reads from the price to the balance, with the customer by surname and masked phone', async () => {
    await openPanel();
    const lines = (await paper()).innerText ?? (await paper()).textContent;
    for (const said of [
      '街角咖啡（人民广场旗舰体验店）',
      '2026年11月22日 14:05',
      'R-7',
      '欧阳** 138****8812',
      '原价¥128.00',
      'VIP 8.5 折−¥19.20',
      '生日礼：刻名马克杯赠送',
      '折后¥108.80',
      '积分 500−¥5.00',
      '实付¥103.80',
      '本次获得积分+155',
      '本次使用积分−500',
      '积分余额939',
      '2026年11月30日起有 120 分到期',
      '首单回头券',
      '有效期至 2026年12月21日',
      'Q1234567890123',
      '会员号 000000018',
      '谢谢惠顾',
    ])
      expect(lines).toContain(said);
  });

  it.each([
    [58, 2],
    [80, 3],
  ])(
    'on %i mm paper a bar of the coupon code is %i dots wide, its quiet zones included',
    async (width, dots) => {
      await openPanel({ 'slips.choice': () => ({ paper: width, printer: null }) });
      const slip = await paper();
      expect(slip.dataset.paper).toBe(String(width));
      const code = within(slip).getByRole('img', { name: 'Q1234567890123' });
      const modules = Number(code.getAttribute('viewBox')?.split(' ')[2]);
      expect(Number.parseFloat(code.getAttribute('width') ?? '')).toBeCloseTo(modules * dots * 0.125, 6);
      expect(modules * dots * 0.125).toBeLessThanOrEqual(width === 58 ? 48 : 72);
    },
  );

  it('is there a second time for the printer alone, hidden from whoever reads the screen', async () => {
    await openPanel();
    await paper();
    const copy = document.querySelector('body > [data-print-copy]');
    expect(copy?.getAttribute('aria-hidden')).toBe('true');
    expect(copy?.textContent).toContain('欧阳** 138****8812');
  });

  it('a sale taken back says so in its head; a later printing says of which day the balance is', async () => {
    await openPanel({}, { undone: true, refunded: 10380, asOf: '2026-12-01', coupons: [] });
    const slip = await paper();
    expect(slip.textContent).toContain(words('slips:slip.undone'));
    expect(slip.textContent).toContain('已退款−¥103.80');
    expect(slip.textContent).toContain('积分余额（2026年12月1日）');
    expect(slip.textContent).not.toContain(words('slips:slip.coupons'));
  });
});

describe('its way to the printer', () => {
  it('Enter prints on the chosen paper and gives the counter back', async () => {
    const { bridge, onDone, user } = await openPanel();
    const print = await screen.findByRole('button', { name: /打印/ });
    expect(document.activeElement).toBe(print);
    await user.keyboard('{Enter}');
    await screen.findByText(words('slips:printed', { printer: '小票机' }));
    expect(bridge.of('slips.print')[0]?.input).toEqual({ paper: 58, lengthMm: 20, printer: 'POS-58' });
    expect(bridge.of('slips.choose')[0]?.input).toEqual({ paper: 58, printer: 'POS-58' });
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['print_failed', { reason: 'out of paper' }, 'out of paper'],
    ['printer_gone', { printer: 'POS-58' }, 'POS-58'],
    ['no_printer', {}, 'PDF'],
  ])('a printer that says %s is never silent', async (code, params, said) => {
    const { onDone, user } = await openPanel({ 'slips.print': () => refused(code, params) });
    await user.click(await screen.findByRole('button', { name: /打印/ }));
    expect((await screen.findByRole('alert')).textContent).toContain(said);
    expect(onDone).not.toHaveBeenCalled();
  });

  it('without any printer the way out is a file, and a look for one plugged in since', async () => {
    const { bridge, user } = await openPanel({ 'slips.printers': () => [] });
    await screen.findByText(new RegExp(words('slips:noPrinter').slice(0, 8)));
    bridge.reply({ 'slips.printers': () => [POS] });
    await user.click(screen.getByRole('button', { name: words('slips:refresh') }));
    expect(await screen.findByRole('button', { name: /打印/ })).toBeTruthy();
  });

  it('Alt+P saves the same page, named after the receipt', async () => {
    const { bridge, user } = await openPanel();
    await paper();
    await user.keyboard('{Alt>}p{/Alt}');
    await screen.findByText(words('slips:saved', { path: '/shop/slip.pdf' }));
    expect(bridge.of('slips.savePdf')[0]?.input).toEqual({ paper: 58, lengthMm: 20, name: '小票 R-7' });
  });

  it('a place that cannot be written is said in words', async () => {
    const { user } = await openPanel({
      'slips.savePdf': () => refused('file_not_written', { why: 'disk_full' }),
    });
    await paper();
    await user.keyboard('{Alt>}p{/Alt}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      words('slips:refusal.file_not_written.disk_full'),
    );
  });

  it('another paper is remembered', async () => {
    const { bridge, user } = await openPanel();
    await user.click(await screen.findByText(words('slips:millimetres', { width: 80 })));
    expect(bridge.of('slips.choose')[0]?.input).toEqual({ paper: 80, printer: null });
  });
});
