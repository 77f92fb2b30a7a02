/** Class names by the names in the file; a test holds the two together (views/styles.test.ts). */
declare module '*.module.css' {
  const styles: Readonly<Record<string, string>>;
  export default styles;
}
declare module '*.css';
