import { config } from 'zod';

// zod would try `new Function` to see whether it may compile its checks; the content policy reports every such try.
// Imported before any schema is made: the choice is taken when a schema is.
config({ jitless: true });
