/** Maps class names as written in the file to the generated ones; taskpane/app/theme/theme.test.ts checks that both sides match. */
declare module '*.module.css' {
  const styles: Readonly<Record<string, string>>;
  export default styles;
}
declare module '*.css';
