@echo off
rem Runs the workbench; see the script powergrid beside this one for the variables it knows.
setlocal
set "here=%~dp0"
if "%here:~-1%"=="\" set "here=%here:~0,-1%"

if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java.exe")
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo powergrid: no Java at %java%; install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
"%java%" --list-modules 2>nul | findstr /b /r /c:"java.base@1[7-9]" /c:"java.base@[2-9][0-9]" >nul
if errorlevel 1 (
  echo powergrid: %java% is too old; set JAVA_HOME to a JDK 17 or newer 1>&2
  exit /b 1
)

if exist "%here%\lib\powergrid.jar" (
  set "home=%here%"
) else (
  set "home=%here%\launcher\target\powergrid"
  call :build
  if errorlevel 1 exit /b 1
)
if not defined POWERGRID_PLUGINS set "POWERGRID_PLUGINS=%here%\plugins"
"%java%" -XX:+UseSerialGC -Xshare:auto %POWERGRID_JAVA_OPTS% "-Dpowergrid.plugins=%POWERGRID_PLUGINS%" -jar "%home%\lib\powergrid.jar" %*
exit /b %errorlevel%

rem Builds when a source is newer than what was built.
:build
powershell -NoProfile -Command ^
  "$b = Get-Item -ErrorAction SilentlyContinue '%here%\launcher\target\built';" ^
  "if (-not $b) { exit 1 };" ^
  "$s = Get-ChildItem -Recurse -Path '%here%' | Where-Object { $_.FullName -notmatch '\\(target|\.git)(\\|$)' -and ($_.FullName -match '\\src\\main(\\|$)' -or $_.FullName -match '\\cnf(\\|$)' -or $_.Name -eq 'pom.xml' -or $_.Extension -in '.bnd', '.bndrun') };" ^
  "if ($s | Where-Object { $_.LastWriteTime -gt $b.LastWriteTime } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 exit /b 0
if not exist "%here%\launcher\target" mkdir "%here%\launcher\target"
set "log=%here%\launcher\target\build.log"
echo powergrid: building (the first time takes a minute or two) 1>&2
pushd "%here%"
call mvn -B -q -Dstyle.color=never -DskipTests package -pl launcher -am >"%log%" 2>&1
set "status=%errorlevel%"
popd
if "%status%"=="0" exit /b 0
type "%log%" 1>&2
echo powergrid: the build failed; its whole output is in %log% 1>&2
exit /b 1
