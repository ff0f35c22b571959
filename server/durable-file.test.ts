import { describe } from 'vitest';
import { itWritesDurably } from '../tests/support/durable-file-cases';
import { writeDurableFile } from './durable-file';

describe('writeDurableFile', () => {
  itWritesDurably(writeDurableFile);
});
