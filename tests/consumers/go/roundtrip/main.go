// Reads a document with the types that quicktype generated beside this file, and writes it again.
package main

import (
	"log"
	"os"
)

func main() {
	content, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	organization, err := UnmarshalOrganization(content)
	if err != nil {
		log.Fatal(err)
	}
	if len(organization.Positions) == 0 || len(organization.Descriptions) == 0 {
		log.Fatal("the document does not show everything")
	}
	written, err := organization.Marshal()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[2], written, 0o600); err != nil {
		log.Fatal(err)
	}
}
