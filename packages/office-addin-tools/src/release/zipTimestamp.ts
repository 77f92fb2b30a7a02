/** Fixed, so that zips are reproducible. The earliest date that a zip can store in every time zone. */
export const ZIP_TIMESTAMP = new Date(1980, 0, 2);
