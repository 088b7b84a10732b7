import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { type RfmCutOffs, useRfmCutOffs } from '../api';
import { draftOfLimits, limitPath, RFM_AXES, type RfmAxis } from '../draft/limits';
import { useEdit } from '../use-rules-edit';
import { Field } from './field';
import classes from './rfm-limits.module.css';
import { RuleField } from './rule-field';
import { Fields, Section } from './section';

/** What the owner begins with where nothing has been computed yet. */
const FIRST_LIMITS = {
  recencyDays: [180, 90, 60, 30],
  bills: [2, 4, 8, 12],
  money: [100_00, 300_00, 600_00, 1200_00],
};
const BANDS = [2, 3, 4, 5];
const NOBODY = '–';

/** The bands of RFM (S14): a fifth of the buyers each, or by limits of one's own, with those of the last run beside. */
export function RfmLimits() {
  const { t } = useTranslation('settings');
  const { draft, put } = useEdit();
  const { data: cutOffs = null } = useRfmCutOffs();
  const own = draft.limits !== null;
  return (
    <Section title={t('insights.rfm_title')} about={t('insights.rfm_about')}>
      <Fields>
        <RuleField at="insights.rfm.windowMonths" />
      </Fields>
      <Checkbox
        label={t('insights.own_limits')}
        checked={own}
        onChange={() =>
          put({ limits: own ? null : draftOfLimits(cutOffs === null ? FIRST_LIMITS : rounded(cutOffs)) })
        }
      />
      <CutOffsOf cutOffs={cutOffs} />
      {own || cutOffs !== null ? <LimitsTable cutOffs={cutOffs} /> : null}
    </Section>
  );
}

/** As an owner would say them: whole yuan, and no days below 0 where a band is beyond everybody. */
const rounded = (cutOffs: RfmCutOffs) => ({
  ...cutOffs,
  recencyDays: cutOffs.recencyDays.map((days) => Math.max(0, days)),
  money: cutOffs.money.map((limit) => Math.round(limit / YUAN) * YUAN),
});
const YUAN = 100;

/** Of when the limits beside the fields are. */
function CutOffsOf({ cutOffs }: { readonly cutOffs: RfmCutOffs | null }) {
  const { t } = useTranslation('settings');
  const { date } = useFormat();
  return (
    <p className="quiet">
      {cutOffs === null ? t('insights.no_run') : t('insights.as_of', { date: date(cutOffs.to) })}
    </p>
  );
}

function LimitsTable({ cutOffs }: { readonly cutOffs: RfmCutOffs | null }) {
  const { t } = useTranslation('settings');
  return (
    <table className={`${classes.table} numbers`} aria-label={t('insights.rfm_title')}>
      <thead>
        <tr>
          <th scope="col">{t('insights.axis')}</th>
          {BANDS.map((band) => (
            <th key={band} scope="col">
              {t('insights.band', { band })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {RFM_AXES.map((axis) => (
          <tr key={axis}>
            <th scope="row">{t(`insights.limit.${axis}`)}</th>
            {BANDS.map((band, at) => (
              <td key={band}>
                <span className={classes.cellName} aria-hidden="true">
                  {t('insights.band', { band })}
                </span>
                <LimitField axis={axis} at={at} band={band} />
                <Now axis={axis} at={at} cutOffs={cutOffs} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LimitProps {
  readonly axis: RfmAxis;
  readonly at: number;
}

function LimitField({ axis, at, band }: LimitProps & { readonly band: number }) {
  const { t } = useTranslation('settings');
  const { draft, put, problems } = useEdit();
  const { limits } = draft;
  if (limits === null) return null;
  const typed = (text: string) => limits[axis].map((before, place) => (place === at ? text : before));
  return (
    <Field
      hideLabel
      label={t('insights.limit_of', { axis: t(`insights.limit.${axis}`), band })}
      value={limits[axis][at] ?? ''}
      problem={problems[limitPath(axis, at)]}
      onChange={(text) => put({ limits: { ...limits, [axis]: typed(text) } })}
    />
  );
}

/** The limit of the last run, as it would be typed. */
function Now({ axis, at, cutOffs }: LimitProps & { readonly cutOffs: RfmCutOffs | null }) {
  const { t } = useTranslation('settings');
  const { draft } = useEdit();
  if (cutOffs === null) return null;
  const limit = (cutOffs[axis][at] ?? 0) < 0 ? NOBODY : (draftOfLimits(cutOffs)[axis][at] ?? '');
  return draft.limits === null ? (
    <span className={classes.limit}>{limit}</span>
  ) : (
    <p className={classes.now}>{t('insights.now', { limit })}</p>
  );
}
