/** The header by which the gateway tells auth from which network a client asks: `203.0.113.7`, or `2001:db8:1:2::/64`. */
export const clientNetworkHeader = 'x-client-network';
