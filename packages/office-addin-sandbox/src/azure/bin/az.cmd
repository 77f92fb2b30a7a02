@node "%~dp0az.mjs" %*
