/** Who looks at a page. */
export type Reader = 'visitor' | 'manager' | 'analyst';
