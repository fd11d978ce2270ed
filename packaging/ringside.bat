@echo off
rem Ringside: the window without arguments, otherwise the command line.
rem Java is RINGSIDE_JAVA_HOME, else the JDK of the build, else JAVA_HOME, else java on the PATH: the first that is 25 or newer.
setlocal
for %%I in ("%~dp0..") do set "RINGSIDE_HOME=%%~fI"
set "RINGSIDE_BUILT_WITH="
if exist "%RINGSIDE_HOME%\jdk" set /p RINGSIDE_BUILT_WITH=<"%RINGSIDE_HOME%\jdk"
set "RINGSIDE_JAVA="
call :consider "%RINGSIDE_JAVA_HOME%"
call :consider "%RINGSIDE_BUILT_WITH%"
call :consider "%JAVA_HOME%"
for %%I in (java.exe) do if not "%%~$PATH:I"=="" for %%J in ("%%~dp$PATH:I..") do call :consider "%%~fJ"
if not defined RINGSIDE_JAVA (
  echo ringside: needs Java 25 or newer and found none: install it ^(https://adoptium.net^) or set RINGSIDE_JAVA_HOME to where it is. 1>&2
  exit /b 2
)
"%RINGSIDE_JAVA%" -Xlog:disable -Xlog:all=error:stderr --enable-native-access=javafx.graphics --module-path "%RINGSIDE_HOME%\lib" %RINGSIDE_JAVA_OPTS% --module ringside/ringside.app.Main %*
exit /b %ERRORLEVEL%

:consider
if defined RINGSIDE_JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%V in (`findstr /b JAVA_VERSION= "%~1\release"`) do for /f "delims=. tokens=1" %%M in ("%%~V") do if %%M GEQ 25 set "RINGSIDE_JAVA=%~1\bin\java.exe"
exit /b 0
