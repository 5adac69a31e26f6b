import { setTimeout as delay } from 'node:timers/promises';
import type { RenderedPage, RenderPage, WantedPage } from './rendered-page.ts';

/** More pages than this at a time are not rendered here but in the browser: rendering is the process's own work. */
const atOnce = 8;

/** Renders a page; undefined where that fails, takes longer than `milliseconds`, or too many are being rendered: never an error. */
export function rendererInTime(
  render: RenderPage,
  milliseconds: number,
  tell: (error: unknown) => void,
): (wanted: WantedPage) => Promise<RenderedPage | undefined> {
  let underWay = 0;
  return async wanted => {
    if (underWay >= atOnce) return undefined;
    underWay += 1;
    const rendered = render(wanted)
      .catch(error => {
        tell(error);
        return undefined;
      })
      .finally(() => {
        underWay -= 1;
      });
    const isAnswered = new AbortController();
    const late = delay(milliseconds, undefined, { signal: isAnswered.signal, ref: false }).catch(
      () => undefined,
    );
    try {
      return await Promise.race([rendered, late]);
    } finally {
      isAnswered.abort();
    }
  };
}
