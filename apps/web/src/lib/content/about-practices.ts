import about from './generated/about-practices.json';

/** What the list says of the practices that Sacra comes with, by their ids. Checked when it is made (tools). */
export const aboutPractices: Readonly<Record<string, { readonly purpose: string; readonly picture: string }>> = about;
