const notice = '// Made by `npm run schema` from the SDL. Do not edit.';

/** A plugin of codegen: the file says that it is made, and by what. */
export const generatedNotice = { plugin: () => ({ prepend: [notice], content: '' }) };
