import type { readAsShape } from '@contract/members';
import type { z } from 'zod';

export type ReadAs = z.output<typeof readAsShape>;
