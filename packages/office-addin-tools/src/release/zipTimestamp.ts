/** For zips, so that the same content gives the same bytes: the first that a zip can say, in any time zone. */
export const ZIP_TIMESTAMP = new Date(1980, 0, 2);
