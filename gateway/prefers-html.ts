/** The weight (0 to 1) that an Accept header gives a media type by its full name; 0 when it does not name it. */
function weight(accept: string, type: string): number {
  for (const part of accept.split(',')) {
    const [name, ...parameters] = part.split(';').map(text => text.trim().toLowerCase());
    if (name !== type) continue;
    const quality = parameters.find(parameter => parameter.startsWith('q='));
    return quality === undefined ? 1 : Number(quality.slice(2)) || 0;
  }
  return 0;
}

const machineTypes = ['application/json', 'application/graphql-response+json'];

/** Whether a request's Accept header asks for a page, as a browser's does, rather than for an API's answer. */
export function prefersHtml(accept: string | undefined): boolean {
  if (!accept) return false;
  const html = weight(accept, 'text/html');
  return html > 0 && machineTypes.every(type => html > weight(accept, type));
}
