// What gojsonschema says of documents on which the reader has given its verdict.
//
// verdicts SCHEMA VERDICTS.ndjson: prints a line for each disagreement, as `validator <tab> accepts|refuses <tab> document`.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/xeipuuv/gojsonschema"
)

type line struct {
	Valid bool   `json:"valid"`
	Text  string `json:"text"`
}

func main() {
	content, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var document map[string]any
	if err := json.Unmarshal(content, &document); err != nil {
		log.Fatal(err)
	}
	// it resolves references against the identifier, and knows no URN
	delete(document, "$id")
	schema, err := gojsonschema.NewSchema(gojsonschema.NewGoLoader(document))
	if err != nil {
		log.Fatal(err)
	}
	file, err := os.Open(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	documents := 0
	for lines.Scan() {
		var next line
		if err := json.Unmarshal(lines.Bytes(), &next); err != nil {
			log.Fatal(err)
		}
		documents++
		result, err := schema.Validate(gojsonschema.NewStringLoader(next.Text))
		accepts := err == nil && result.Valid()
		if accepts != next.Valid {
			verdict := "refuses"
			if accepts {
				verdict = "accepts"
			}
			fmt.Printf("gojsonschema\t%s\t%s\n", verdict, next.Text)
		}
	}
	fmt.Fprintf(os.Stderr, "%d documents, 1 judge: gojsonschema\n", documents)
}
