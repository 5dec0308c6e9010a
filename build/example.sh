#!/usr/bin/env bash
# Installs the kit into a repository that is thrown away, builds examples/nginx with it, and looks into its report. Exits 0 if the cases ran as
# tests and all went well, 3 if no Docker engine answers, 1 for anything else.
set -eu
cd "$(dirname "$0")/.."

# Its container is on this machine's own network. Without these Testcontainers would start two more, of images of its own, to find the host and to clear up.
export TESTCONTAINERS_HOST_OVERRIDE=${TESTCONTAINERS_HOST_OVERRIDE:-127.0.0.1}
export TESTCONTAINERS_RYUK_DISABLED=${TESTCONTAINERS_RYUK_DISABLED:-true}

# What is downloaded already is taken over, where possible without being copied. The files are not ours: Maven replaces what it changes.
repository=$PWD/target/example-repository
known=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
rm -rf "$repository"
mkdir -p target
if [ -d "$known" ]; then
    cp -al "$known" "$repository" 2>/dev/null || { rm -rf "$repository"; cp -a "$known" "$repository"; }
fi
trap 'rm -rf "$repository"' EXIT
rm -rf "$repository/org/wsproof" examples/nginx/target

maven=(mvn -q -B "-Dmaven.repo.local=$repository")
"${maven[@]}" -pl junit -am -DskipTests -Dspotless.check.skip -Dcheckstyle.skip -Denforcer.skip -Djacoco.skip -DjacocoArgLine= install

failed=0
"${maven[@]}" -f examples/nginx/pom.xml test || failed=1

report=examples/nginx/target/surefire-reports/TEST-example.NginxTest.xml
[ -e "$report" ] || { echo "example: there is no report $report"; exit 1; }
if grep -q 'Docker is not available' "$report"; then
    echo "example: built, and its tests skipped: no Docker engine answers"
    exit 3
fi
cases=$(grep -c '<testcase name="[^"]* [a-z-]*/' "$report") || true
skipped=$(grep -c '<skipped' "$report") || true
echo "example: $cases cases as tests, $skipped of them skipped, each with its reason"
[ "$cases" -gt 100 ] || { echo "example: more than 100 were expected"; exit 1; }
exit $failed
