/** The queries of the pages that the server renders for anyone. */
const forAnyone = new Set([
  'FrontPage',
  'SubjectIndex',
  'Catalogue',
  'CatalogueCounts',
  'BookPage',
  'BookNow',
  'DeliveryCosts',
  'SellerPage',
]);

/** Whether a request that urql sends asks for what everyone may see, whoever asks. */
export function isForAnyone({ body }: RequestInit): boolean {
  if (typeof body !== 'string') return false;
  const { operationName }: { operationName?: string } = JSON.parse(body);
  return operationName !== undefined && forAnyone.has(operationName);
}
