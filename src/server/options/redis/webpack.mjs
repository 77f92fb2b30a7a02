import webpack from 'webpack';

/** Webpack plugin: leaves out a package that the Redis client needs for its DIGEST command only. */
export default new webpack.IgnorePlugin({ resourceRegExp: /^@node-rs\/xxhash$/u });
