// @apollo/gateway sends usage data out unless this is set before it is loaded: import this file first.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
