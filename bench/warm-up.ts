/** For so long a contender is asked before it is measured, at least: V8 compiles meanwhile what it is asked for. */
export const warmUpSeconds = 6;
