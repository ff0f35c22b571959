import { z } from 'zod';

/** How papers travel (KenhThucHien 1, 2, 3), independent of who sits at the counter. */
export const channelSchema = z.enum(['counter', 'online', 'post']);

/** See {@link channelSchema}. */
export type Channel = z.infer<typeof channelSchema>;
