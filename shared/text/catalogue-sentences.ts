import { formatDong } from '../base/money';
import { channelSchema, type Channel } from '../domain/channel';
import type { FeeRule } from '../domain/procedure-fee';
import { listUnconfirmed, type ProvisionalTopic } from '../domain/provisional-fields';
import type { Procedure } from '../domain/procedure';
import type { Message } from './message';

/** Sentences in one line with commas between; none: "không". */
export function listMessage(items: readonly Message[]): Message {
  const [first, ...rest] = items;
  if (first === undefined) return { key: 'catalogue.diff.nothing' };
  return rest.length === 0 ? first : { key: 'catalogue.diff.list', values: { first, rest: listMessage(rest) } };
}

/** Names of topics in one line: "giấy tờ, mức thu". */
export function topicsMessage(topics: readonly ProvisionalTopic[]): Message {
  return listMessage(topics.map((topic) => ({ key: `catalogue.unconfirmed.topic.${topic}` })));
}

/** What an officer tells a citizen; the rest is for the settings and the package tools. */
const toldAtTheCounter: ReadonlySet<ProvisionalTopic> = new Set(['code', 'name', 'papers', 'limits', 'fees']);

/**
 * What an officer would tell a citizen of a procedure, yet no official text confirms for a reception on this channel;
 * `undefined` when all of it is confirmed.
 */
export function unconfirmedText(procedure: Pick<Procedure, 'provisional'>, channel: Channel): Message | undefined {
  const told = listUnconfirmed(procedure, channel).filter((topic) => toldAtTheCounter.has(topic));
  return told.length === 0 ? undefined : { key: 'catalogue.unconfirmed.line', values: { topics: topicsMessage(told) } };
}

/** Names of channels; all of them have one name. */
export function channelsMessage(channels: readonly Channel[]): Message {
  if (channels.length === channelSchema.options.length) return { key: 'catalogue.diff.allChannels' };
  return listMessage(channels.map((channel) => ({ key: `catalogue.diff.channel.${channel}` })));
}

function pricedMessage(rule: Exclude<FeeRule, { basis: 'free' }>): Message {
  const values = { name: rule.name, amount: formatDong(rule.amount) };
  if (rule.basis !== 'perPage') return { key: `catalogue.diff.feeRule.${rule.basis}`, values };
  const after = rule.threshold + 1;
  const [amountAfter, max] = [formatDong(rule.amountAfter), formatDong(rule.max)];
  return { key: 'catalogue.diff.feeRule.perPage', values: { ...values, after, amountAfter, max } };
}

/** A fee rule in words with its further lines and waivers: "Phí chứng thực chữ ký 10.000 đ". */
export function feeRuleMessage(rule: FeeRule): Message {
  if (rule.basis === 'free') return { key: 'catalogue.diff.feeRule.free', values: { ground: rule.ground } };
  const further = (rule.further ?? []).map(({ name, amount, per }): Message => {
    const key = per === 'copy' ? 'catalogue.diff.feeRule.furtherCopy' : 'catalogue.diff.feeRule.furtherDossier';
    return { key, values: { name, amount: formatDong(amount) } };
  });
  const main = listMessage([pricedMessage(rule), ...further]);
  const waivers = (rule.waivers ?? []).map(({ name, percent }): Message => ({
    key: 'catalogue.diff.feeRule.waiver',
    values: { name, percent },
  }));
  if (waivers.length === 0) return main;
  return { key: 'catalogue.diff.feeRule.waived', values: { rule: main, waivers: listMessage(waivers) } };
}
