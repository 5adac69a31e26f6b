import { z } from 'zod';
import { port } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';

/** What a process of the bench is told: where to listen, and the supergraph's file. */
export const contenderSettings = () => readSettings({ PORT: port, SUPERGRAPH_FILE: z.string() });
