import { CONTACT_CHANNELS, CONTENTS, type ContactChannel, type Content } from '@domain/care/task';
import { Checkbox, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DigitChoice } from '../../../ui/digit-choice';
import { useRecordTouch } from '../api';
import { useHeldWords } from '../words';
import { EntryForm, type EntryProps } from './entry-form';

const DIRECTIONS = ['in', 'out'] as const;

/** A touch that no task asked for: at the counter, by WeChat, on social media (S22, S66); WeChat added, and why (S56). */
export function TouchForm({ memberId, onDone, onCancel }: EntryProps) {
  const { t } = useTranslation('care');
  const held = useHeldWords();
  const [channel, setChannel] = useState<ContactChannel>('counter');
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('in');
  const [content, setContent] = useState<Content>('service');
  const [wechatAdded, setWechatAdded] = useState(false);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const touch = useRecordTouch();
  useEffect(() => first.current?.focus(), []);
  const { now } = touch;

  const save = async () => {
    setAsked(true);
    if (text.trim() === '') return field.current?.focus();
    const said = direction === 'in' ? 'service' : content;
    const end = await touch.run({ memberId, direction, channel, content: said, wechatAdded, text });
    if (end.state === 'done') onDone();
  };
  const refused = () => {
    if (now.state !== 'refused') return null;
    return now.refusal.code === 'held_back'
      ? t('refusal.held_back', { why: held(now.refusal.params) })
      : t(`refusal.${now.refusal.code}`);
  };
  return (
    <EntryForm
      title={t('touch.title')}
      act={t('touch.save')}
      busy={now.state === 'busy'}
      refused={refused()}
      mishap={now.state === 'fault' ? now.mishap : null}
      onSave={() => void save()}
      onCancel={onCancel}
    >
      <DigitChoice
        label={t('touch.channel')}
        options={CONTACT_CHANNELS.toSorted(atCounterFirst).map((value) => ({
          value,
          word: t(`channel.${value}`),
        }))}
        value={channel}
        onChange={setChannel}
        onSettled={() => second.current?.focus()}
        focusRef={first}
      />
      <DigitChoice
        label={t('touch.direction')}
        options={DIRECTIONS.map((value) => ({ value, word: t(`touch.${value}`) }))}
        value={direction}
        onChange={setDirection}
        onSettled={() => field.current?.focus()}
        focusRef={second}
      />
      {direction === 'out' ? (
        <DigitChoice
          label={t('touch.content')}
          options={CONTENTS.map((value) => ({ value, word: t(`content.${value}`) }))}
          value={content}
          onChange={setContent}
          onSettled={() => field.current?.focus()}
        />
      ) : null}
      <Checkbox
        label={t('touch.wechatAdded')}
        checked={wechatAdded}
        onChange={(event) => setWechatAdded(event.currentTarget.checked)}
      />
      <Textarea
        ref={field}
        label={t(wechatAdded ? 'touch.reason' : 'touch.text')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={
          asked && text.trim() === '' ? t(wechatAdded ? 'touch.reasonNeeded' : 'refusal.text_needed') : null
        }
      />
      {direction === 'out' && channel !== 'counter' ? <p className="quiet">{t('touch.counts')}</p> : null}
    </EntryForm>
  );
}

/** What happens here most often stands first. */
const atCounterFirst = (a: ContactChannel, b: ContactChannel): number =>
  Number(b === 'counter') - Number(a === 'counter');
