/** For a region that scrolls in itself: the keyboard has to reach it. */
export const scrollable = { tabIndex: 0 };
