import { formatDong } from '../base/money';
import { channelSchema, type Channel } from '../domain/channel';
import type { FeeRule } from '../domain/procedure-fee';
import { listUnconfirmed, type ProvisionalTopic } from '../domain/provisional-fields';
import type { Procedure } from '../domain/procedure';
import { sayVi, type Message } from './message';

/** Names of topics in one line: "giấy tờ, mức thu". */
export function topicsText(topics: readonly ProvisionalTopic[]): string {
  return topics.map((topic) => sayVi({ key: `catalogue.unconfirmed.topic.${topic}` })).join(', ');
}

/** What an officer tells a citizen; the rest is for the settings and the package tools. */
const toldAtTheCounter: ReadonlySet<ProvisionalTopic> = new Set(['code', 'name', 'papers', 'limits', 'fees']);

/**
 * What an officer would tell a citizen of a procedure, yet no official text confirms for a reception on this channel;
 * `undefined` when all of it is confirmed.
 */
export function unconfirmedText(procedure: Pick<Procedure, 'provisional'>, channel: Channel): Message | undefined {
  const topics = topicsText(listUnconfirmed(procedure, channel).filter((topic) => toldAtTheCounter.has(topic)));
  return topics === '' ? undefined : { key: 'catalogue.unconfirmed.line', values: { topics } };
}

/** Names of channels; all of them have one name. */
export function channelsText(channels: readonly Channel[]): string {
  if (channels.length === channelSchema.options.length) return sayVi({ key: 'catalogue.diff.allChannels' });
  return channels.map((channel) => sayVi({ key: `catalogue.diff.channel.${channel}` })).join(', ');
}

function pricedText(rule: Exclude<FeeRule, { basis: 'free' }>): string {
  const values = { name: rule.name, amount: formatDong(rule.amount) };
  if (rule.basis !== 'perPage') return sayVi({ key: `catalogue.diff.feeRule.${rule.basis}`, values });
  const after = rule.threshold + 1;
  const [amountAfter, max] = [formatDong(rule.amountAfter), formatDong(rule.max)];
  return sayVi({ key: 'catalogue.diff.feeRule.perPage', values: { ...values, after, amountAfter, max } });
}

/** A fee rule in words with its further lines and waivers: "Phí chứng thực chữ ký 10.000 đ". */
export function feeRuleText(rule: FeeRule): string {
  if (rule.basis === 'free') return sayVi({ key: 'catalogue.diff.feeRule.free', values: { ground: rule.ground } });
  const further = (rule.further ?? []).map(({ name, amount, per }) => {
    const key = per === 'copy' ? 'catalogue.diff.feeRule.furtherCopy' : 'catalogue.diff.feeRule.furtherDossier';
    return sayVi({ key, values: { name, amount: formatDong(amount) } });
  });
  const main = [pricedText(rule), ...further].join(', ');
  const waivers = (rule.waivers ?? []).map(({ name, percent }) =>
    sayVi({ key: 'catalogue.diff.feeRule.waiver', values: { name, percent } }),
  );
  return waivers.length === 0
    ? main
    : sayVi({ key: 'catalogue.diff.feeRule.waived', values: { rule: main, waivers: waivers.join(', ') } });
}
