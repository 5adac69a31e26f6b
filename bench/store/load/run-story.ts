import { type Load, runClientProgram, writeForClient } from '../../load/run-client.ts';
import type { LoadResult } from '../../load/sample.ts';
import type { Story } from './story.ts';

/** Has people go through a story again and again; an answer is a story that came to its end. */
export const runStory = (load: Load & { story: Story }): Promise<LoadResult> =>
  runClientProgram('../store/load/story-client.ts', load, {
    STORY_FILE: writeForClient('story.json', load.story),
  });
