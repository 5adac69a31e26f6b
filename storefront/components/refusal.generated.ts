// Made by `npm run schema` from the SDL. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema-types.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
type Refusal_AuthUserError_Fragment = { code: Types.UserErrorCode, message: string, field: Array<string> | null };

type Refusal_CatalogUserError_Fragment = { code: Types.UserErrorCode, message: string, field: Array<string> | null };

type Refusal_PurchaseUserError_Fragment = { code: Types.UserErrorCode, message: string, field: Array<string> | null };

export type RefusalFragment =
  | Refusal_AuthUserError_Fragment
  | Refusal_CatalogUserError_Fragment
  | Refusal_PurchaseUserError_Fragment
;

export const RefusalFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<RefusalFragment, unknown>;