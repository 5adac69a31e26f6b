import { setFlagsFromString } from 'node:v8';

// What a request makes is of no use once it is answered. V8 takes what outlives a few collections for what stays, and makes more
// of that kind where only a collection of the whole heap looks: under load that is whole answers. Import this file first.
setFlagsFromString('--no-allocation-site-pretenuring');
// The heap is collected when it is half as large again as what is alive, and not several times as large.
setFlagsFromString('--heap-growing-percent=50');
