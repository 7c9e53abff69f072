"""The web page: `app.py` is the Streamlit script, the rest are its parts."""
