import type { Channel } from './channel';

/**
 * KenhThucHien of the national message: 1 at the counter, 2 online, 3 public postal service (domain notes §4.3). The channel
 * is how the papers travel: postal staff who sit at a one-stop counter receive on channel 1.
 */
export type NationalChannel = 1 | 2 | 3;

const numbers = { counter: 1, online: 2, post: 3 } as const satisfies Record<Channel, NationalChannel>;

/** National number of a channel (domain notes §4.3). */
export function toNationalChannel(channel: Channel): NationalChannel {
  return numbers[channel];
}

/** Channel of a national number; `undefined` for a number the national message does not know. */
export function findChannel(value: number): Channel | undefined {
  return (Object.keys(numbers) as Channel[]).find((channel) => numbers[channel] === value);
}

/**
 * HinhThuc of the national message: 0 the citizen fetches the result at the counter, 1 the post brings it
 * (domain notes §4.3). A result sent online is fetched nowhere: 0 (provisional).
 */
export function toNationalReturn(method: 'counter' | 'post' | 'online'): 0 | 1 {
  return method === 'post' ? 1 : 0;
}
