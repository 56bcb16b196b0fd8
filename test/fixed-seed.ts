import fc from 'fast-check';
import { isCi } from './runs.ts';

// In CI, a change is judged by the same values each time; without it, every run explores others.
if (isCi) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 2_026 });
