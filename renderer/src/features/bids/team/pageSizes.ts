/** So many members, and so many lots, have their fields on screen at a time: a framework has hundreds of each. */
export const membersAtATime = 25;
export const lotsAtATime = 8;
