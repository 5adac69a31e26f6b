import { defineConfig } from '@graphql-hive/gateway';

// Hive Gateway, asking for everything that it is asked for: it shares fetches in flight by default.
export const gatewayConfig = defineConfig({
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
});
