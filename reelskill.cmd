@echo off
rem Runs ReelSkill. In a source tree it builds first where the program is missing.
setlocal
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%ROOT%\reelskill.jar" (
  set "JAR=%ROOT%\reelskill.jar"
) else (
  set "JAR=%ROOT%\target\reelskill.jar"
)
if not exist "%JAR%" (
  echo reelskill: building the program first ^(once; about a minute^)... 1>&2
  pushd "%ROOT%"
  call mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package 1>&2
  if errorlevel 1 (
    popd
    echo reelskill: the build failed; its messages stand above. 1>&2
    exit /b 3
  )
  popd
)
set "QUICK=-XX:Tier4InvocationThreshold=300000 -XX:Tier4MinInvocationThreshold=60000 -XX:Tier4CompileThreshold=600000 -XX:Tier4BackEdgeThreshold=2000000 -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,sun.security.provider.DigestBase::*,0.001"
if "%~1"=="mcp" set "QUICK=-XX:TieredStopAtLevel=1"
"%JAVA%" %QUICK% -XX:+UseSerialGC -Xms64m -Xshare:auto -Xlog:disable -Xlog:all=warning:stderr -Djfr.unsupported.vm=true -Djava.awt.headless=true "-Dreelskill.root=%ROOT%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%
