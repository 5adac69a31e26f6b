import type { SelectionSetNode } from 'graphql';
import { collectFields, type Reading, selectionsBelow } from '../../../runtime/execution/collect-fields.ts';
import type { ObjectProjector } from './object-projector.ts';

/**
 * Whether selection sets of a fetch ask for the client's fields, in the client's order, and for nothing else, so that
 * what is answered need not be copied. Where objects may be of several types it says no.
 */
export function asksTheSame(
  fetch: Reading,
  sets: readonly SelectionSetNode[],
  { type, fields }: ObjectProjector,
): boolean {
  const asked = [...collectFields(fetch, sets, type)];
  return (
    asked.length === fields.length &&
    asked.every(([key, nodes], index) => {
      const field = fields[index];
      if (field?.key !== key) return false;
      if (!field.objects) return true;
      return (
        field.objects.only !== undefined && asksTheSame(fetch, selectionsBelow(nodes), field.objects.only)
      );
    })
  );
}
