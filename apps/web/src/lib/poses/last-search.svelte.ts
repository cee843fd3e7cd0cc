/** The end of the address under which the library was last looked at, so that the way back from a pose leads to the same list. */
export const lastSearch = $state({ address: '' });
