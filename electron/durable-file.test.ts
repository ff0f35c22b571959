import { describe } from 'vitest';
import { itWritesDurably } from '../tests/support/durable-file-cases';
import { replaceFile } from './durable-file';

describe('replaceFile', () => {
  itWritesDurably(replaceFile);
});
