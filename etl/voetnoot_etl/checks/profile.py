"""A process of its own for one question: is an RDF/XML file within OWL 2 DL? Prints a line per violation.

The OWL API stands inside the HermiT.jar of owlready2; JPype reaches it. A JVM cannot be stopped and
started again, so it does not live in the process that asks: `python -m voetnoot_etl.checks.profile <file>`.
The JVM is that of JAVA_HOME.
"""

from __future__ import annotations

import sys
from pathlib import Path

import jpype
import owlready2

JAR = Path(owlready2.__file__).with_name("hermit") / "HermiT.jar"
"""HermiT with the OWL API 3.4 in it."""


def violations(ontology: Path) -> list[str]:
    """Return what keeps an ontology out of OWL 2 DL, in sorted lines; the JVM must be running."""
    manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
    loaded = manager.loadOntologyFromOntologyDocument(jpype.JClass("java.io.File")(str(ontology)))
    report = jpype.JClass("org.semanticweb.owlapi.profiles.OWL2DLProfile")().checkOntology(loaded)
    return sorted(" ".join(str(violation).split()) for violation in report.getViolations())


def main(ontology: Path) -> None:
    """Start the JVM and print the violations."""
    jpype.startJVM(classpath=[str(JAR)], convertStrings=False)
    sys.stdout.writelines(f"{line}\n" for line in violations(ontology))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
