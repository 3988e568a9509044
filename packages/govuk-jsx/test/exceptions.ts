/** Published cases that we do not follow, by component and name of the case, each with its reason. */
export const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
