import { setFlagsFromString } from 'node:v8';

// A process that imports this file, before all that makes much, holds a fraction of the memory, at no cost in time.

// What a request makes is of no use once it is answered. V8 takes what outlives a few collections for what stays, and makes more
// of that kind where only a collection of the whole heap looks: under load that is whole answers.
setFlagsFromString('--no-allocation-site-pretenuring');
// The heap is collected when it is half as large again as what is alive, and not several times as large.
setFlagsFromString('--heap-growing-percent=50');
