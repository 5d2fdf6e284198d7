/** The version of the stored row shapes. Rises by one with every released change of a shape. */
export const schemaVersion = 4;
