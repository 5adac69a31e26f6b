/** Whether a GraphQL document of one operation changes nothing, so that it may be sent again. */
export const isRead = (query: string): boolean => !/^\s*mutation\b/.test(query);
