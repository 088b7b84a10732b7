/** Whether each test goes through the whole of its matrix (`npm run test:looks`), or through what stands for it. */
export const IS_WHOLE: boolean = process.env.SHUKE_LOOKS === 'whole';
