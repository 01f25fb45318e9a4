type Close = () => void | Promise<void>;

/**
 * Files of one worker share their modules, so a hook beside a helper would hold for the first file
 * alone; `setup.ts` runs these for every one.
 */
const atTestEnd: Close[] = [];
const atFileEnd: Close[] = [];

/** Done after the test, the latest first. */
export const afterTest = (close: Close): void => void atTestEnd.push(close);

/** Done after all tests of the file, the latest first. */
export const afterFile = (close: Close): void => void atFileEnd.push(close);

export const endTest = (): Promise<void> => closeAll(atTestEnd);
export const endFile = (): Promise<void> => closeAll(atFileEnd);

async function closeAll(closing: Close[]): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close();
}
