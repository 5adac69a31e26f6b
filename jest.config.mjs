// Tests run as they are: ES modules in TypeScript, on the project's Node, against real databases and processes.
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testMatch: ['<rootDir>/**/*.test.ts', '!**/node_modules/**', '!**/.data/**'],
  // `npm test` has it leave out suites whose turn it is not.
  testPathIgnorePatterns: [],
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  globalSetup: '<rootDir>/testing/global-setup.ts',
  globalTeardown: '<rootDir>/testing/global-teardown.ts',
  maxWorkers: 2,
  // Modules of ES leave memory behind with every file; a worker that holds much collects garbage more than it tests.
  workerIdleMemoryLimit: '500MB',
  testTimeout: 120_000,
};
