"""The peers: programs as a competent user of other tools would write them today. They know nothing of reportgen."""
